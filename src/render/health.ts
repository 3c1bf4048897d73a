import type { Health, HealthReason } from '../status/health';
import type { ServerState } from '../status/report';
import { quote } from '../text/one-line';

/** "healthy", "unhealthy", "unknown" */
export function healthWord(healthy: Health['healthy']): string {
  return healthy === 'unknown' ? 'unknown' : healthy ? 'healthy' : 'unhealthy';
}

const STATES: Readonly<Record<ServerState['state'], string>> = {
  online: 'is online',
  running: 'runs',
  elsewhere: 'is online at another address than the cluster file says',
  offline: 'is not online',
  stopped: 'does not run',
  'not-registered': 'is not registered in the portal',
  'not-installed': 'is not installed',
  unreachable: 'cannot be reached',
  unknown: 'is in a state that is not known',
};

/** A sentence; of text from outside, which the caller has to escape */
export function healthSentence(reason: HealthReason): string {
  switch (reason.why) {
    case 'pbx':
      return `${reason.is === 'bad' ? 'The PBX does not answer' : 'The PBX did not let us in'}: ${quote(reason.detail)}`;
    case 'main':
      return `The main server does not answer by SSH: ${quote(reason.detail)}`;
    case 'record':
      return `What earlier runs did is not known: ${quote(reason.detail)}`;
    case 'server':
      return reason.is === 'bad'
        ? `${reason.server} ${STATES[reason.state]}`
        : `${reason.server} was not seen: ${quote(reason.detail)}`;
    case 'container':
      return `${reason.server} is online, but its container does not run on its host`;
    case 'out-of-calls':
      return `${reason.server} gets no calls, and the cluster file says that it does`;
    case 'failed-run':
      return `The last deploy failed (${reason.ended}), and what it left is still to be done`;
    case 'interrupted-run':
      return `The last deploy was cut short (${reason.ended}), and what it left is still to be done`;
    case 'unfinished':
      return `A script was to recreate ${reason.server}, and nobody has seen that it did`;
  }
}
