import { Headline } from './headline.tsx';
import { ImageCard } from './image-card.tsx';
import { NotRead } from './not-read.tsx';
import { ObstacleNotice } from './obstacle-notice.tsx';
import { RowList } from './row-list.tsx';
import type { Judged, PopupEvents } from './screen.ts';

/** One sentence, the bar of the whole, rows worst first, the image, and what was not read. */
export function JudgedScreen(props: PopupEvents & { readonly judged: Judged; readonly isReading: boolean }) {
  const { judged, isReading, onCopy } = props;
  const { report, image, isImageOnly, obstacle } = judged;
  // The headline has said why already.
  const facts = image === null || obstacle === null ? image : { ...image, why: null };
  const card = facts === null ? null : <ImageCard image={facts} onCopy={onCopy} />;
  return (
    <>
      <Headline judged={judged} isReading={isReading} />
      {obstacle !== null && <ObstacleNotice {...props} obstacle={obstacle} />}
      {isImageOnly && card}
      <RowList judged={judged} isBare={obstacle !== null} onCopy={onCopy} />
      {!isImageOnly && card}
      {obstacle === null && <NotRead notRead={report.notRead} />}
    </>
  );
}
