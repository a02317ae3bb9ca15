/** A list in JSON, or null. */
export function jsonList(text: string): readonly unknown[] | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The words of an instruction's list (`["a", "b"]`); null where it is none, and Docker takes it as a shell's line. */
export function execForm(text: string): readonly string[] | null {
  const list = text.startsWith('[') ? jsonList(text) : null;
  return list?.every((word) => typeof word === 'string') === true ? (list as readonly string[]) : null;
}
