import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The hosts that the world stands in for; it knows no others. */
export const worldHosts = [
  'github.com',
  'www.github.com',
  'api.github.com',
  'raw.githubusercontent.com',
  'ghcr.io',
  'pkg-containers.githubusercontent.com',
  'auth.docker.io',
  'registry-1.docker.io',
  'production.cloudflare.docker.com',
  'production.cloudfront.docker.com',
] as const;

export interface WorldCertificate {
  readonly key: string;
  readonly certificate: string;
  readonly certificatePath: string;
  /** Base64 of the SHA-256 of the public key: what Chromium's `--ignore-certificate-errors-spki-list` takes. */
  readonly spki: string;
  remove(): void;
}

/** A certificate for the world's hosts, valid for two days and trusted by nobody. */
export function makeCertificate(): WorldCertificate {
  const folder = mkdtempSync(join(tmpdir(), 'reprise-world-'));
  const keyPath = join(folder, 'key.pem');
  const certificatePath = join(folder, 'certificate.pem');
  const names = `subjectAltName=${worldHosts.map((host) => `DNS:${host}`).join(',')}`;
  const kind = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const place = ['-subj', '/CN=reprise-world', '-addext', names, '-keyout', keyPath, '-out', certificatePath];
  execFileSync('openssl', [...kind, ...place], { stdio: 'pipe' });
  const certificate = readFileSync(certificatePath, 'utf8');
  const publicKey = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  return {
    key: readFileSync(keyPath, 'utf8'),
    certificate,
    certificatePath,
    spki: createHash('sha256').update(publicKey).digest('base64'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
