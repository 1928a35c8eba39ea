// The page of "npm run gallery": a list of states, how they are to be shown, and one of them in a frame of its own.
import '../src/ui/base.css';
import '../src/ui/page/page.css';
import './gallery.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { rooms, type Exhibit } from './exhibits.ts';

const SWITCHES = {
  language: ['en', 'de', 'fr', 'ar'],
  theme: ['auto', 'light', 'dark'],
  direction: ['auto', 'ltr', 'rtl'],
  width: ['full', '320', '768'],
} as const;

type Shown = Record<keyof typeof SWITCHES, string>;

const FIRST: Shown = { language: 'en', theme: 'auto', direction: 'auto', width: 'full' };

function Gallery() {
  const [exhibit, setExhibit] = useState<Exhibit>(rooms[0]!.exhibits[0]!);
  const [shown, setShown] = useState(FIRST);
  const { width, ...asked } = shown;
  const query = new URLSearchParams({ scene: exhibit.scene, path: exhibit.path, ...asked });
  const page = exhibit.isOnHostPage ? './hosts/' : './stage.html';
  return (
    <div className="gallery">
      <nav className="gallery-rooms" aria-label="States">
        <h1>Gallery</h1>
        {rooms.map(({ name, exhibits }) => (
          <section key={name}>
            <h2>{name}</h2>
            {exhibits.map((one) => (
              <button
                key={one.name}
                type="button"
                aria-current={one === exhibit || undefined}
                onClick={() => setExhibit(one)}
              >
                {one.name}
              </button>
            ))}
          </section>
        ))}
      </nav>
      <main className="gallery-wall">
        <Switches shown={shown} onChange={setShown} />
        <iframe title={exhibit.name} src={`${page}?${query}`} data-width={width} />
      </main>
    </div>
  );
}

function Switches({ shown, onChange }: { shown: Shown; onChange: (shown: Shown) => void }) {
  return (
    <p className="gallery-switches">
      {(Object.keys(SWITCHES) as (keyof Shown)[]).map((name) => (
        <label key={name}>
          {name}{' '}
          <select
            value={shown[name]}
            onChange={({ currentTarget: { value } }) => onChange({ ...shown, [name]: value })}
          >
            {SWITCHES[name].map((value) => (
              <option key={value}>{value}</option>
            ))}
          </select>
        </label>
      ))}
    </p>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Gallery />
  </StrictMode>,
);
