/** A package's name as pip compares it: lower case, and `-` for any of `-`, `_` and `.` (PEP 503). */
export const normalName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');
