// A network that can be cut: it stands between a browser and the portal, and ends connections where a test says so.
import { readFileSync } from "node:fs";
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

type Fault = { at: RegExp; how: "before the answer" | "during the sending"; after: number };

export class Network {
  /** What the portal got whole, in order: "POST /binjai/lapor/kiriman". */
  arrived: string[] = [];
  /** What found no network. */
  turnedAway: string[] = [];
  /** Answers that never reached the browser, with their cookies. */
  lost: { path: string; body: string; cookies: string[] }[] = [];
  /** Numbers that the portal gave to what the outbox sent. */
  numbers = new Set<string>();
  /** Addresses that somebody else answers: `/sw.js` of another day. */
  instead = new Map<string, string>();
  /** What somebody in between answers for the portal: a proxy in maintenance, a gate that likes nothing. */
  gate?: { at: RegExp; status: number };
  /** An address that is no more. */
  gone?: string;
  private isUp = true;
  private faults: Fault[] = [];
  private blocked?: RegExp;
  private left = new Map<string, number>();
  private stalls?: RegExp;
  private stalled: ServerResponse[] = [];

  private constructor(private server: Server, readonly address: string) {}

  static async to(portal: string): Promise<Network> {
    let network: Network;
    const server = createServer((request, response) => network.pass(portal, request, response));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    network = new Network(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return network;
  }

  cut() { this.isUp = false; }
  mend() { this.isUp = true; this.faults = []; this.blocked = this.stalls = undefined; this.left.clear(); }
  /** Nothing of this kind gets through, everything else does. */
  block(what: RegExp) { this.blocked = what; }
  /** The portal gets the request, and its answer is lost; or the request itself breaks off half-way; after so many that get through. Cut from
   *  then on. */
  break(at: RegExp, how: Fault["how"], after = 0) { this.faults.push({ at, how, after }); }
  /** Cut after so many requests whose address ends so have been answered. */
  cutAfter(ending: string, count: number) { this.left.set(ending, count); }
  /** Requests of this kind hang until they are dropped, in the middle of their answers: what broke off before one a browser may say again by
   *  itself. */
  stall(what: RegExp) { this.stalls = what; }
  get waiting() { return this.stalled.length; }
  drop() {
    for (const response of this.stalled.splice(0)) {
      response.writeHead(200, { "content-length": 100 });
      response.write("{", () => response.destroy());
    }
  }
  close() { this.server.closeAllConnections(); this.server.close(); }

  private pass(portal: string, request: IncomingMessage, response: ServerResponse) {
    const path = (request.url ?? "").split("?")[0];
    if (!this.isUp || this.blocked?.test(`${request.method} ${path}`)) {
      this.turnedAway.push(`${request.method} ${path}`);
      return void request.socket.destroy();
    }
    if (this.gate?.at.test(`${request.method} ${path}`)) {
      request.resume();
      response.writeHead(this.gate.status, { "content-type": "text/html; charset=utf-8", connection: "close" });
      return void response.end("<!doctype html><title>Maintenance</title>");
    }
    if (this.stalls?.test(`${request.method} ${path}`)) return void this.stalled.push(response);
    if (path === this.gone) {
      response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
      return void response.end("<!doctype html><title>404</title>");
    }
    const other = this.instead.get(path);
    if (other !== undefined) {
      response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-cache" });
      return void response.end(other);
    }
    const fault = this.faults.findIndex((f) => f.at.test(`${request.method} ${path}`) && f.after-- <= 0);
    const how = fault >= 0 ? this.faults.splice(fault, 1)[0].how : undefined;
    if (how === "during the sending") {
      request.once("data", () => { this.cut(); request.socket.destroy(); });
      return;
    }
    const on = ask(`${portal}${request.url}`, { method: request.method, headers: { ...request.headers, connection: "close", "accept-encoding": "identity" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        this.arrived.push(`${request.method} ${path}`);
        const body = Buffer.concat(parts);
        const number = path.endsWith("/kiriman") && body.toString().match(/"rujukan":"([^"]+)"/)?.[1];
        if (number) this.numbers.add(number);
        if (how === "before the answer" || !this.isUp) {
          this.cut();
          this.lost.push({ path, body: body.toString(), cookies: answer.headers["set-cookie"] ?? [] });
          return void request.socket.destroy();
        }
        // Without reuse: a browser says again by itself what broke off on a connection that it had used before.
        response.writeHead(answer.statusCode ?? 500, { ...answer.headers, connection: "close" });
        response.end(body);
        for (const [ending, count] of this.left) {
          if (path.endsWith(ending)) this.left.set(ending, count - 1);
          if (this.left.get(ending) === 0) this.isUp = false;
        }
      });
    });
    on.on("error", () => request.socket.destroy());
    request.on("error", () => on.destroy());
    request.pipe(on);
  }
}

const site = process.env.BALAI_SITE_DIR ?? "../target/site";
export const workerOff = () => readFileSync(join(site, "worker-off.js"), "utf8");

/** A worker as it might have been two versions ago: keeps every page for ever, hands it out first, and sends with an
 *  agreement that the portal no longer knows. */
export const ancientWorker = `
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith((async () => {
    const cache = await caches.open("balai-lama-1");
    const kept = await cache.match(event.request);
    if (kept) return kept;
    const response = await fetch(event.request);
    if (!response.ok) return response;
    await cache.put(event.request, response);
    return cache.match(event.request);
  })());
});
self.addEventListener("message", (event) => {
  if (event.data?.kirimLama) event.waitUntil((async () => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ versi: "0", ...event.data.kirimLama })) body.append(name, value);
    const response = await fetch("/binjai/lapor/kiriman", { method: "POST", body, credentials: "omit" });
    event.ports[0].postMessage(response.status);
  })());
});
`;
