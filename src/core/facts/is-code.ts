const CODE = /\.(?:py|ipynb|r|rmd|qmd|jl|m|sh|bash|c|cc|cpp|cu|h|hpp|java|scala|rs|go|jsx?|tsx?|php|sql|do|sas)$/i;

/** Whether a file is worth looking into: code that may import packages or open paths, by the end of its name. */
export const isCode = (path: string): boolean => CODE.test(path) && !/\.min\.js$/i.test(path);
