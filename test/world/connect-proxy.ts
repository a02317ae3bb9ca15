import http from 'node:http';
import net, { type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { worldHosts } from './certificate.ts';

export interface ConnectProxy {
  readonly port: number;
  close(): Promise<void>;
}

const known: ReadonlySet<string> = new Set(worldHosts);

/** A proxy that leads the world's hosts to `target` and refuses every other; each host asked for is added to `asked`. */
export async function startProxy(target: number, asked: string[], port: number): Promise<ConnectProxy> {
  const sockets = new Set<Duplex>();
  const proxy = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  proxy.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  proxy.on('connect', (request, client, first) => {
    const place = request.url ?? '';
    asked.push(place);
    client.on('error', () => client.destroy());
    if (place.endsWith(':443') && known.has(place.slice(0, -4))) join(client, first, target);
    else client.end('HTTP/1.1 502 Not in this world\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (proxy.address() as AddressInfo).port,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
}

function join(client: Duplex, first: Buffer, target: number): void {
  const server = net.connect(target, '127.0.0.1', () => {
    client.write('HTTP/1.1 200 Connection established\r\n\r\n');
    server.write(first);
    server.pipe(client).pipe(server);
  });
  server.on('error', () => client.destroy());
  server.on('close', () => client.destroy());
  client.on('close', () => server.destroy());
}
