import { Headline } from './headline.tsx';
import { ImageCard } from './image-card.tsx';
import { NotRead } from './not-read.tsx';
import { ObstacleNotice } from './obstacle-notice.tsx';
import { RowList } from './row-list.tsx';
import type { Judged, PopupEvents } from './screen.ts';

/** One sentence, the bar of the whole, rows worst first, the image, and what was not read; an obstacle stands alone. */
export function JudgedScreen(props: PopupEvents & { readonly judged: Judged; readonly isReading: boolean }) {
  const { judged, isReading, onCopy } = props;
  const { image, obstacle } = judged;
  return (
    <>
      <Headline judged={judged} isReading={isReading} />
      {obstacle === null ? (
        <>
          <RowList judged={judged} onCopy={onCopy} />
          {image !== null && <ImageCard image={image} judged={judged} onCopy={onCopy} />}
          <NotRead judged={judged} />
        </>
      ) : (
        <ObstacleNotice {...props} obstacle={obstacle} />
      )}
    </>
  );
}
