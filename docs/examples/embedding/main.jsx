import { createRoot } from 'react-dom/client';
import { CarillonProvider, NotificationBell } from 'carillon-react';
const where = {
  url: 'http://localhost:4000',
  getToken: async () => (await (await fetch('/token')).json()).token,
};
const bell = <CarillonProvider {...where} children={<NotificationBell />} />;
createRoot(document.getElementById('root')).render(bell);
