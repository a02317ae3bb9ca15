/** Everyday words of languages written with Latin letters; those that mean something in English are left out. */
const ENGLISH = /\b(?:the|of|and|to|for|with|this|that|are|it|you|we)\b/gi;
const OTHERS =
  /(?<![\p{L}\p{N}])(?:de|e|o|y|der|das|und|mit|den|dem|ist|für|ein|eine|von|zum|zur|werden|aus|wird|el|los|las|que|para|con|una|por|del|les|et|pour|avec|une|dans|est|du|sont|il|gli|di|che|per|della|um|uma|com|não|da|na|em|het|een|van|voor|jest|nie|się|ve|için|bir|och|att|som|är)(?![\p{L}\p{N}])/giu;

/** Whether prose is evidently in another language than English: by its letters, or by its everyday words. */
export function isOtherLanguage(prose: string): boolean {
  const text = prose.slice(0, 20_000);
  if (/[^\0-ɏ]/.test(text)) {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    const foreign = text.match(/(?![A-Za-zÀ-ɏ])\p{L}/gu)?.length ?? 0;
    if (foreign * 5 > letters) return true;
  }
  const others = text.match(OTHERS)?.length ?? 0;
  return others >= 2 && others > 2 * (text.match(ENGLISH)?.length ?? 0);
}
