// Runs in the page. A headless Chromium has no desktop to show notifications on: what would be shown is written down.
window.natives = [];
window.Notification = class {
  static permission = 'granted';
  static requestPermission = async () => 'granted';
  isClosed = false;
  onclick = null;
  onclose = null;
  constructor(title, { body, tag }) {
    Object.assign(this, { title, body, tag });
    // As a desktop does it: one with the same tag takes the place of the one before.
    window.natives.find((shown) => shown.tag === tag && !shown.isClosed)?.close();
    window.natives.push(this);
  }
  close() {
    this.isClosed = true;
    this.onclose?.();
  }
};
