/** A registry that wants a login, and who is signed in to it. The token never gets into a cluster file. */
export interface Registry {
  /** As images are named with it: `registry.example.com:5000`, `docker.io` */
  server: string;
  username: string;
}

export const DOCKER_HUB = 'docker.io';

/** The registry that an image comes from. Source: Docker, for which a first part without dot and port is no host */
export function registryOf(image: string): string {
  const [first = '', ...rest] = image.split('/');
  const isHost = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  return !isHost || first === `index.${DOCKER_HUB}` ? DOCKER_HUB : first;
}

/** What Docker's config.json calls a registry. Source: Docker's command line, for which Docker Hub is the address of its old index */
export function nameInConfig(server: string): string {
  return server === DOCKER_HUB ? 'https://index.docker.io/v1/' : server;
}
