// An inbox followed by a program without a page: `CARILLON=https://carillon.example.com TOKEN=… node follow.mjs`.
import { Carillon } from 'carillon-client';

const { CARILLON, TOKEN } = process.env;
const inbox = new Carillon({ url: CARILLON, getToken: () => TOKEN });

inbox.list().subscribe(({ isLoading, notifications }) => {
  if (!isLoading)
    console.log(`in the list: ${notifications.map(({ title }) => title).join(', ') || 'nothing'}`);
});
inbox.watchCounts(({ unread }) => console.log(`unread: ${unread}`));
inbox.connection.subscribe(() => console.log(inbox.connection.get()));

inbox.follow(async ({ arrived, replayed }) => {
  for (const { id, title } of arrived) {
    console.log(`${replayed ? 'meanwhile' : 'now'}: ${title}`);
    if (title === 'Stop') return inbox.dispose();
    await inbox.markAsRead(id);
  }
});
