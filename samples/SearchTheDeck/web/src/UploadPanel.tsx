import { useEffect, useRef, useState, type DragEvent } from 'react';
import { useUploads, type Upload } from './useUploads';

const kinds = 'image/png,image/jpeg';

const words: Record<Upload['state'], string> = {
  waiting: 'waiting',
  sending: 'sending…',
  reading: 'reading its words…',
  ready: 'ready',
  failed: 'failed',
};

export function UploadPanel({ onReady }: { onReady: () => void }) {
  const [startup, setStartup] = useState('');
  const [section, setSection] = useState('');
  const [first, setFirst] = useState(1);
  const [over, setOver] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const { uploads, add } = useUploads(onReady);
  const named = startup.trim() !== '';

  useEffect(() => picker.current?.form?.querySelector('input')?.focus(), []);

  const take = (files: FileList | null) => {
    const pictures = [...(files ?? [])].sort((left, right) => left.name.localeCompare(right.name, undefined, { numeric: true }));
    if (named && pictures.length > 0) {
      add(pictures, startup.trim(), section.trim() || 'General', first);
      setFirst(first + pictures.length);
    }
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <section className="upload" aria-label="Upload slides">
      <form onSubmit={(event) => event.preventDefault()}>
        <label>
          Startup
          <input value={startup} maxLength={80} placeholder="Acme" required onChange={(event) => setStartup(event.target.value)} />
        </label>
        <label>
          Section
          <input value={section} maxLength={80} placeholder="General" onChange={(event) => setSection(event.target.value)} />
        </label>
        <label>
          First slide number
          <input type="number" min={1} max={9999} value={first} onChange={(event) => setFirst(Math.max(1, Number(event.target.value)))} />
        </label>
        <div
          className={over && named ? 'drop over' : 'drop'}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={drop}
        >
          <input
            ref={picker}
            id="files"
            className="visually-hidden"
            type="file"
            accept={kinds}
            multiple
            disabled={!named}
            onChange={(event) => {
              take(event.target.files);
              event.target.value = '';
            }}
          />
          <label htmlFor="files" className={named ? 'primary' : 'primary disabled'}>
            Choose pictures
          </label>
          <span className="hint">{named ? 'or drop PNG and JPEG files here (10 MB each)' : 'First say whose slides these are.'}</span>
        </div>
      </form>
      {uploads.length > 0 && (
        <ul className="uploads" aria-label="Uploads">
          {uploads.map((upload) => (
            <li key={upload.id} className={upload.state}>
              <span className="value">{upload.name}</span>
              <span className="upload-state">{upload.error ?? words[upload.state]}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
