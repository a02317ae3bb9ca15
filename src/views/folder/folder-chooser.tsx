import { useSignal } from '@preact/signals';
import { Icon } from '../parts/icon.tsx';

export interface FolderChooserProps {
  /** The name of what was given, null before. */
  readonly given: string | null;
  readonly problem: string | null;
  /** Whether its files are being listed. */
  readonly isListing: boolean;
  readonly onDrop: (transfer: DataTransfer) => void;
  readonly onChooseFolder: (files: FileList) => void;
  readonly onChooseZip: (file: File) => void;
}

/** Takes a folder or a zip of this computer: dropped anywhere on the page's own area, or chosen. */
export function FolderChooser(props: FolderChooserProps) {
  const { given, problem, isListing } = props;
  const isOver = useSignal(false);
  return (
    <section
      class={`folder-chooser ${isOver.value ? 'is-over' : ''} ${given === null ? '' : 'is-given'}`}
      aria-label="Folder or zip"
      onDragOver={(event) => {
        event.preventDefault();
        isOver.value = true;
      }}
      onDragLeave={() => {
        isOver.value = false;
      }}
      onDrop={(event) => {
        event.preventDefault();
        isOver.value = false;
        if (event.dataTransfer !== null) props.onDrop(event.dataTransfer);
      }}
    >
      {given === null && (
        <>
          <h1>
            <Icon kind="mark" /> A project on this computer
          </h1>
          <p>Drop a folder or a zip here. It is read in this browser; no file and no name of it is sent anywhere.</p>
        </>
      )}
      <div class="folder-choices">
        <FileChoice words="Choose a folder" isFolder onChoose={props.onChooseFolder} />
        <FileChoice
          words="Choose a zip"
          isFolder={false}
          onChoose={(files) => {
            const [file] = files;
            if (file !== undefined) props.onChooseZip(file);
          }}
        />
        {given !== null && <p class="muted">or drop another one here. Files that .gitignore names are left out.</p>}
      </div>
      <p class="muted" role="status">
        {isListing ? 'Listing its files…' : ''}
      </p>
      <p class="input-problem" role="alert">
        {problem}
      </p>
    </section>
  );
}

/** A button over the browser's own way to choose files. */
function FileChoice(props: {
  readonly words: string;
  readonly isFolder: boolean;
  readonly onChoose: (files: FileList) => void;
}) {
  const { words, isFolder, onChoose } = props;
  return (
    <label class="button file-choice">
      {words}…
      <input
        class="unseen"
        type="file"
        {...(isFolder ? { webkitdirectory: true } : { accept: '.zip,application/zip' })}
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files !== null && files.length > 0) onChoose(files);
        }}
      />
    </label>
  );
}
