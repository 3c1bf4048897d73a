#!/bin/sh
# Fetches what the bench compares with, from PyPI and npm, into $1, once: ansible-core, Mitogen, the Node that GitHub's
# runners have. Prints what it lacks and goes on.
set -u
cache=$1
mkdir -p "$cache"
if [ ! -x "$cache/venv/bin/ansible-playbook" ]; then
    { python3 -m venv "$cache/venv" && "$cache/venv/bin/pip" install --quiet --disable-pip-version-check ansible-core==2.19.14 mitogen==0.3.54; } >&2 ||
        echo "bench: no Ansible: python3 -m venv and pip must work" >&2
fi
if [ ! -x "$cache/node24/node_modules/node/bin/node" ]; then
    npm install --prefix "$cache/node24" node@24 --ignore-scripts=false --no-audit --no-fund --loglevel=error >&2 ||
        echo "bench: no Node 24: npm must work" >&2
fi
exit 0
