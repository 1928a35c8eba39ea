import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './ui/base.css';
import './app/shell.css';
import './applications/applications.css';
import './notifications/notifications.css';
import './preferences/preferences.css';
import './session/session.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
