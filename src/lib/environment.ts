export const environment = { DATA_DIR: 'data', SITE_URL: 'http://localhost:4321', MUNICIPALITY_NAME: 'Lejre Kommune' };
