import { createRoot } from 'react-dom/client';
import { CarillonProvider, NotificationBell } from 'carillon-react';

const getToken = () => fetch('/token').then(async (answer) => (await answer.json()).token);

createRoot(document.getElementById('root')).render(
  <CarillonProvider url="http://localhost:4000" getToken={getToken}>
    <NotificationBell />
  </CarillonProvider>,
);
