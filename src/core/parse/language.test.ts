import { expect, test } from 'vitest';
import { isOtherLanguage } from './language.ts';

test.each([
  ['German', 'Erstelle die Umgebung und führe dann das Skript aus.'],
  ['Spanish', 'Instale las dependencias y luego ejecute el archivo.'],
  ['Portuguese', 'Crie o ambiente e rode o arquivo.'],
  ['French', 'Créez l’environnement avec ce fichier et lancez le script.'],
  ['Polish', 'Plik nie jest gotowy.'],
  ['Chinese', '使用 environment.yml 创建环境'],
  ['Japanese', '`main.py` を実行してください。'],
  ['Korean', 'main.py 를 실행하세요.'],
  ['Russian', 'Запустите main.py.'],
])('%s is another language', (_name, text) => {
  expect(isOtherLanguage(text)).toBe(true);
});

test.each([
  ['English', 'Create the environment and run the script.'],
  ['English with names', 'We study the cafés of Rio de Janeiro and of São Paulo with data from les Halles.'],
  ['Greek letters of a formula', 'The angle θ is the sum of α and β for all of them.'],
  ['one word', 'Und?'],
  ['nothing', ''],
])('%s is not', (_name, text) => {
  expect(isOtherLanguage(text)).toBe(false);
});
