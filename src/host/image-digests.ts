import { HostError, type Host } from './types';

/** What the name of an image means at its registry. */
export interface ImageSeen {
  /** `sha256:…` of its manifest, for all platforms together */
  digest: string;
  /** Its `version` label, where a host has that very image */
  version?: string;
}

/*
 * Nothing is fetched to look: buildx asks the registry with what the host is signed in with, the Engine without. What neither
 * can tell (no buildx and no curl, a registry that refuses, a host without a way out) is not known. Docker Hub counts it as
 * a pull, and so a plan asks for what is to be fetched only, and drift for each tag once a run.
 */
const LOOK = `
for image; do
  digest=$(timeout 10 docker buildx imagetools inspect "$image" 2>/dev/null </dev/null | sed -n 's/^Digest: *\\(sha256:[0-9a-f]\\{64\\}\\)$/\\1/p' | head -n 1)
  [ -n "$digest" ] || [ ! -S /var/run/docker.sock ] || digest=$(timeout 10 curl -sS --unix-socket /var/run/docker.sock "http://localhost/distribution/$image/json" 2>/dev/null </dev/null |
    sed -n 's/.*"Descriptor":{[^}]*"digest":"\\(sha256:[0-9a-f]\\{64\\}\\)".*/\\1/p' | head -n 1)
  version=
  [ -z "$digest" ] || ! docker image inspect --format '{{json .RepoDigests}}' "$image" 2>/dev/null | grep -qF "@$digest" ||
    version=$(docker image inspect --format '{{json .Config.Labels}}' "$image" 2>/dev/null | sed -n 's/.*"version":"\\([0-9A-Za-z._+-]*\\)".*/\\1/p')
  printf '%s\\t%s\\t%s\\n' "$image" "$digest" "$version"
done
`;

/** What the registry has by these names now, as far as this host can tell. Fetches nothing; what is not known is left out. */
export async function imagesAtRegistry(host: Host, images: readonly string[]): Promise<Record<string, ImageSeen>> {
  const timeoutMs = 15_000 + images.length * 25_000;
  const output = await host.run(LOOK, [...images], { repeatable: true, timeoutMs }).catch((error: unknown) => {
    if (error instanceof HostError) return undefined;
    throw error;
  });
  const lines = (output?.stdout ?? '').split('\n').map((line) => line.split('\t'));
  return Object.fromEntries(
    lines.flatMap(([image = '', digest = '', version = '']) =>
      images.includes(image) && /^sha256:[0-9a-f]{64}$/.test(digest)
        ? [[image, { digest, ...(/^[\w.+-]{1,64}$/.test(version) && { version }) }]]
        : [],
    ),
  );
}

const HAS = `docker image inspect --format '{{json .RepoDigests}}' "$1"`;

/** The digests by which the host's Docker knows the image of that name. Throws HostError when it cannot be asked. */
export async function digestsOnHost(host: Host, image: string): Promise<string[]> {
  const { stdout } = await host.run(HAS, [image], { repeatable: true });
  return [...stdout.matchAll(/@(sha256:[0-9a-f]{64})/g)].map(([, digest = '']) => digest);
}
