// What a service worker does when the portal tells something: it shows one line, and a press opens the page. The message
// holds a reference and an address of this site, and no word of what happened. Part of the one worker of this site.
self.addEventListener("push", (event) => {
  let told = {};
  try {
    told = event.data?.json() ?? {};
  } catch {
    // A message that cannot be read still has to be shown: browsers ask for it.
  }
  const title = typeof told.title === "string" ? told.title : "Balai";
  const path = typeof told.path === "string" && told.path.startsWith("/") && !told.path.startsWith("//") ? told.path : "/akun/kabar";
  event.waitUntil(self.registration.showNotification(title, { body: typeof told.body === "string" ? told.body : "", tag: path, icon: "/aset/icon-192.png", lang: told.lang === "en" ? "en" : "id", data: { path } }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const address = new URL(event.notification.data?.path ?? "/", self.location.origin).href;
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then((open) => open.find((page) => page.url === address)?.focus() ?? self.clients.openWindow(address)),
  );
});
