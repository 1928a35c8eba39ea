// Which of our modules share a file of the build. What is fetched together is one file, and not thirty: it is fetched
// and compressed better so. What no file here takes is left to the bundler.
import path from 'node:path';

interface Build {
  getModuleInfo: (id: string) => { importedIds: string[] } | null;
}
type Test = (id: string, build: Build) => boolean;

const start = neededBy('main.tsx');
const signIn = neededBy('session/sign-in-page.tsx');
const shell = neededBy('app/signed-in.tsx');
const list = neededBy('notifications/page/notifications-page.tsx');
const notification = neededBy('notifications/page/notification-page.tsx');
const otherPage = some(
  neededBy('applications/applications-page.tsx'),
  neededBy('applications/application-page.tsx'),
  neededBy('applications/new-application-page.tsx'),
  neededBy('app/preferences.tsx'),
);

/** A module is in the first that takes it. What it needs itself is in the same or in one before: no page gets more. */
export const OUR_FILES = [
  file('main', some(start, both(signIn, some(shell, list, notification, otherPage)))),
  file('signed-in', some(shell, both(list, otherPage))),
  file('notification', both(list, notification)),
  file('notifications', list),
];

function file(name: string, has: Test) {
  return { name: (id: string, build: Build) => (has(id, build) ? name : null) };
}

function some(...tests: Test[]): Test {
  return (id, build) => tests.some((test) => test(id, build));
}

function both(one: Test, other: Test): Test {
  return (id, build) => one(id, build) && other(id, build);
}

/** Whether a module must be there before the given one runs. */
function neededBy(module: string): Test {
  const needed = new Set<string>();
  return (id, build) => {
    const add = (at: string) => {
      if (needed.has(at)) return;
      needed.add(at);
      build.getModuleInfo(at)?.importedIds.forEach(add);
    };
    add(path.join(import.meta.dirname, 'src', module));
    return needed.has(id);
  };
}
