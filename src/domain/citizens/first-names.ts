/** Common given names in Denmark, of old and new families. None of them is a word that a text about work would use. */
const NAMES = `
adam ahmad ahmed aisha albert alexander alfred ali alice alma amalie amina amir ana anders andrea andreas ane ane-marie
anita anja anna anne anneline annelise annemarie annette annie anni anton arne arthur asger astrid aya axel
bashar bente benny benjamin bettina birgit birgitte birte birthe bjarne bjørn brian britta britt bjarke
camilla carina carl carla carsten caroline casper cecilie charlotte christa christian christina christine christoffer
claus connie cristina dagmar dan daniel david dennis diana dorte dorthe ditte dorthea
ebbe ebba edith egon einar elin elisabeth elise ella ellen elsa elsebeth emil emilie emma emmy erik erika ernst esben
esther eva eyvind
fatima fatma ferhat filip finn flemming freja frederik frederikke frida
gabriel georg gerda gertrud gitte grethe gudrun gunnar gunhild gustav
hamid hannah hanne hannes hasan hassan heidi helena helene helga helge henning henriette henrik henny herdis hussein
ibrahim ida inga inge ingelise inger ingrid irene isabella ivan
jacob jakob jane janne jannik janus jeanette jeanne jens jeppe jesper jette jimmy joan johan johanne johannes john
johnny jonas jonathan josefine joseph julie julius jytte jørgen jørn
karen karin karina karl karla karoline karsten kasper kate katja katrine keld kenneth kent kenny khaled kim
kirsten kirstine kjeld klaus klara knud kristian kristina kristine kristoffer kurt
lars lasse laura laurits lea leif lena lene lennart leo leonora lida lilly lilian lina linda linnea lis lisa lisbeth
lisbet lise lone lotte louise lucas lucia ludvig lukas lærke
mads magnus malene malte maren margit margrethe maria marian marianne marie marius marlene martha martin martinus
mathias mathilde matilde mette mia michael michelle mie mikael mikkel mikkeline mille mogens mohamad mohamed mohammad
mohammed mona monica morten muhammad mustafa nadia naja nanna natalia natasja nicklas nicolai niels niklas nikolaj nikoline nina noah nora
olav ole olga oliver olivia omar oscar oskar osman otto ove
patrick pelle pernille peter petra philip pia poul povl preben
rasmus regitze renè rené rikke rita robert ronja ruben ruth
sabine sabrina samir sandra sanne sara sarah sebastian selma signe sigrid simon simone sofia sofie solveig sonja
sophie steen steffen stella stine sune susan susanne suzanne sven sylvester søren
tanja tania thea theodor therese thomas thor thorkild tim tina tine tobias tommy tony tore torben tove trine troels
ulla ulrik ulrikke ursula uffe
valdemar vera verner vibeke victor victoria viggo viktor vilma vivi vivian
walid wenche werner william willy winnie
xenia yasmin yusuf yvonne zahra zainab zeynep
åge aage åse aase øjvind`;

/** Names that are also words, so that only their capital tells. */
const WORDS_TOO = `
bo dag sine tom kai kaj rene line jan svend iris else erling fie frank frede gry hans helle ib jo kaja liv lykke max maj mark mie my nete ng nu nils olaf palle per
rosa rose sol sten stig storm tage vita viola holger helen siv anker aksel asta asmus bente flora gerd grete kira kis
merete maja ellie freddy finja villy villads else-marie`;

const listed = (names: string, as: 'name' | 'word-too') =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => [name, as] as const);

/** In small letters. */
export const FIRST_NAMES: ReadonlyMap<string, 'name' | 'word-too'> = new Map([
  ...listed(WORDS_TOO, 'word-too'),
  ...listed(NAMES, 'name'),
]);
