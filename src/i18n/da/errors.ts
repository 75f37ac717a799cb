import type { Text } from '../index.ts';

export const errors = {
  'error.403.title': 'Det kan du ikke gøre her',
  'error.403.text':
    'Måske er du logget ud, eller formularen har ligget længe. Log ind i et nyt vindue, gå tilbage hertil, og send den igen: så er det, du skrev, der stadig.',
  'error.404.title': 'Siden er her ikke',
  'error.404.text': 'Måske er adressen skrevet forkert, eller siden er flyttet. Søg, eller gå til forsiden.',
  'error.500.title': 'Noget gik galt hos os',
  'error.500.text': 'Prøv igen om lidt. Bliver det ved, så sig det til os.',
  'error.home': 'Til forsiden',
} satisfies Record<string, Text>;
