/** Whether a file is worth looking into: code that may import packages or open paths, by the end of its name. */
export const isCode = (path: string): boolean =>
  /\.(?:py|ipynb|r|rmd|qmd|jl|m|sh|bash|c|cc|cpp|h|hpp|java|scala|js|ts)$/i.test(path);
