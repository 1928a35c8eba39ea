import {
  CarillonProvider,
  NotificationBell,
  Preferences,
  usePreferences,
  useUnreadCount,
} from 'carillon-react';
import { createElement as element } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const Count = () => element('p', null, 'Unread: ', useUnreadCount(), ' ', String(usePreferences().loading));
const where = { url: 'https://carillon.example.com', getToken: () => Promise.reject(new Error('Not here')) };
console.log(
  renderToStaticMarkup(
    element(CarillonProvider, where, element(Count), element(NotificationBell), element(Preferences)),
  ),
);
// What it prepared for a browser is nobody's to wait for.
process.exit();
