// The kill switch: served as `/sw.js` when the portal runs with --no-worker. It takes the worker that a phone has, and
// all that it cached, away. Reports that wait are left: pages send them.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) =>
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) await caches.delete(name);
      await self.registration.unregister();
    })(),
  ),
);
