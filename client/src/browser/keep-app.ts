/** The app itself opens here without a network from now on, where the browser can do that. */
export async function keepApp(): Promise<void> {
  const workers = (navigator as Partial<Navigator>).serviceWorker;
  const registration = await workers?.ready;
  registration?.active?.postMessage({ type: 'carillon-keep' });
}
