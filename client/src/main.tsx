import './ui/base.css';
import './ui/page/page.css';
import './ui/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';
import { startWorker } from './browser/worker.ts';
import { startWords } from './words/load.ts';
import { WordsProvider } from './words/use-words.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root);
void startWords().then(() =>
  page.render(
    <StrictMode>
      <WordsProvider>
        <App />
      </WordsProvider>
    </StrictMode>,
  ),
);

// Not in the way of what the reader waits for.
window.addEventListener('load', () => void startWorker());
