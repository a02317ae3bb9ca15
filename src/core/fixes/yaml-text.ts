/** A text as YAML reads it back letter by letter. */
export const yamlText = (text: string): string =>
  /^[A-Za-z][\w.+*<>=~!,[\]/-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)
    ? text
    : `'${text.replaceAll("'", "''")}'`;
