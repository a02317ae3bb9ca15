import type { ImageAccessWord } from './image-facts.ts';

const WORDS: Readonly<Record<ImageAccessWord, string>> = {
  public: 'public',
  private: 'likely private',
  refused: 'private or absent',
  'not-looked-at': 'not looked at',
  'not-asked': 'not asked',
};

/** What the registry's answer says about who gets an image. */
export const accessWord = (access: ImageAccessWord): string => WORDS[access];
