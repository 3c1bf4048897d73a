import type { Rule } from './report';

/** Who prepares new hosts, and with what. */
export const prepare: Rule = ({ prepare, scripts, pbx }, report) => {
  if (!prepare) return;
  const path = ['prepare', 'docker'];
  if (pbx?.high_availability)
    report.error(
      ['prepare'],
      'not-with-high-availability',
      "hosts of a high-availability cluster are prepared by the guide's scripts on the control node",
      'delete the line',
    );
  else if (prepare.docker === 'vendor' && scripts === undefined)
    report.error(
      path,
      'prepare-without-scripts',
      "PortSIP's install_docker.sh comes from a folder of this repository, and the file names none",
      'add "scripts: portsip", or say distribution',
    );
};
