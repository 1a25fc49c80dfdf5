#!/usr/bin/env bash
# Builds both images, runs docker-compose.yml as a user does, and looks at it from outside: CoreServer monitors netconfd;
# netconfd is killed and seen back; everything is taken down and comes up again with the keys that it had. Under a project
# name and on ports of its own, so that it disturbs nothing that runs already, and leaves nothing behind but the images.
#
# Works with Docker and its Compose, or with podman and podman-compose. Needs curl and jq; with promtool (Debian: prometheus) it
# also looks whether CoreServer exposes what docker/prometheus and docker/grafana ask for.
#   APP_FROM=source     compile the sources in the image; otherwise target/quarkus-app is taken, which ./mvnw package makes
#   BUILD_OPTIONS=...   for podman build, such as --network=host
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly LIMIT=${LIMIT:-900} # seconds, for all of it
if [[ -z ${SMOKE_IS_BOUNDED:-} ]]; then
  SMOKE_IS_BOUNDED=yes exec timeout --kill-after=60 "$LIMIT" "${BASH_SOURCE[0]}" "$@"
fi

export APP_FROM=${APP_FROM:-target}
export COMPOSE_PROJECT_NAME=coreserver-smoke
export IMAGE_TAG=smoke
export NETCONF_LOG_LEVEL=debug # so that it says who closed a session
export NETCONF_USER=smoke-test NETCONF_PASSWORD=smoke-test-password

if docker compose version >/dev/null 2>&1 && docker info >/dev/null 2>&1; then
  engine=docker
  compose=(docker compose)
elif command -v podman >/dev/null && command -v podman-compose >/dev/null; then
  engine=podman
  compose=(podman-compose --project-name "$COMPOSE_PROJECT_NAME" "--podman-build-args=${BUILD_OPTIONS:-}")
else
  echo 'smoke: needs a running Docker with its Compose, or podman with podman-compose' >&2
  exit 2
fi

step() {
  printf '\n--- %s (%d s)\n' "$*" "$SECONDS"
}

fail() {
  printf 'smoke: %s\n' "$*" >&2
  exit 1
}

# A port that nobody listens on, below those that the kernel gives to clients.
free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

compose() {
  "${compose[@]}" "$@"
}

container() {
  "$engine" ps --all --quiet --filter "label=com.docker.compose.project=$COMPOSE_PROJECT_NAME" \
    --filter "label=com.docker.compose.service=$1"
}

within() {
  local service=$1
  shift
  "$engine" exec "$(container "$service")" "$@"
}

log_of() {
  "$engine" logs "$(container "$1")" 2>&1
}

await() {
  local seconds=$1 what=$2
  shift 2
  local deadline=$((SECONDS + seconds))
  until "$@"; do
    ((SECONDS < deadline)) || fail "not within $seconds s: $what"
    sleep 0.3
  done
}

url=

target_is() {
  curl --silent --fail --max-time 10 "$url/api/v1/targets/netconfd" | jq --exit-status "$@" >/dev/null
}

# The health check closes its sessions as well, so the address tells them apart.
client_closed_its_session() {
  local address
  address=$(log_of netconfd | sed -n "s/.*Accepted password for $NETCONF_USER from \([^ ]*\) .*/\1/p" | tail -n 1)
  log_of netconfd | grep --quiet "agt_rpc: <close-session> for [0-9]*=$NETCONF_USER@$address "
}

healthy() {
  within "$1" healthcheck >/dev/null 2>&1
}

both_are_healthy() {
  await 60 'netconfd is healthy' healthy netconfd
  await 60 'CoreServer is healthy' healthy coreserver
}

up() {
  # A port that a former run published may take a moment until it is free again, so there are new ones each time.
  PUBLISHED_HTTP_PORT=$(free_port)
  PUBLISHED_NETCONF_PORT=$(free_port)
  export PUBLISHED_HTTP_PORT PUBLISHED_NETCONF_PORT
  url=http://127.0.0.1:$PUBLISHED_HTTP_PORT
  # By name: podman-compose of Debian 12 knows no profiles, and would start what is for those who want it, too.
  compose up --detach --build netconfd coreserver
  both_are_healthy
  docker/await-interfaces "$url" netconfd
}

clean_up() {
  local status=$?
  trap - EXIT
  if ((status != 0)); then
    printf '\nsmoke: failed; the logs:\n' >&2
    log_of netconfd | tail -n 60 || true
    log_of coreserver | tail -n 60 || true
  fi
  step 'Cleaning up'
  compose down --volumes --timeout 10 || true
  # podman-compose leaves it.
  "$engine" network rm "${COMPOSE_PROJECT_NAME}_netconf" >/dev/null 2>&1 || true
  exit "$status"
}

if [[ $APP_FROM == target && ! -f target/quarkus-app/quarkus-run.jar ]]; then
  fail 'target/quarkus-app is missing: ./mvnw package makes it, and APP_FROM=source does without it'
fi

trap clean_up EXIT
trap 'exit 1' INT TERM

step "Building and starting, with $engine"
up

step 'What is served is what is there'
address=$(within netconfd ip -4 -o address show dev eth0 | awk '{ sub("/.*", "", $4); print $4 }')
curl --silent --fail "$url/api/v1/targets/netconfd/interfaces/eth0" \
  | jq --exit-status --arg ip "$address" '.ipv4 | any(.ip == $ip)' >/dev/null || fail "eth0 is not served with $address"
for _ in {1..200}; do
  curl --silent --fail --output /dev/null "$url/api/v1/targets/netconfd/interfaces"
done
# Not at the start of a line: netconfd does not always end its own.
logins=$(log_of netconfd | grep --count "Accepted password for $NETCONF_USER " || true)
((logins == 1)) || fail "$logins logins for 200 requests"

if command -v promtool >/dev/null; then
  step 'Rules and dashboards ask for what is there'
  docker/check-metrics "$url"
fi

step 'CoreServer has no rights that it does not need'
(($(within coreserver id --user) != 0)) || fail 'CoreServer runs as root'
! within coreserver touch /opt/coreserver/written 2>/dev/null || fail 'the root file system is not read-only'
within coreserver grep --quiet --fixed-strings app.aot /proc/1/maps || fail 'the JVM does not use its ahead-of-time cache'

step 'netconfd is killed, and seen back'
killed_at=$(date --utc +%Y-%m-%dT%H:%M:%S)
# The shell within expands it.
# shellcheck disable=SC2016
within netconfd sh -c 'kill -KILL "$(pidof netconfd)"'
await 30 'the loss is noticed' target_is --arg at "$killed_at" '.status.failure.at >= $at'
await 90 'netconfd is up again' target_is '.status | .state == "up" and .lastSuccess > .failure.at'
target_is '.status.failure.kind == "transport"' || fail 'the failure is of another kind'

step 'CoreServer says goodbye when it is stopped'
compose stop --timeout 30 coreserver
ended=$("$engine" inspect --format '{{.State.ExitCode}}' "$(container coreserver)")
((ended == 128 + 15)) || fail "CoreServer ended with $ended, not by the signal that asked it to"
await 10 'the session was closed by its client' client_closed_its_session
compose start coreserver
both_are_healthy

step 'Down and up again, with the keys of the first time'
learnt=$(within coreserver cat /var/lib/coreserver/known_hosts)
[[ -n $learnt ]] || fail 'no host key was learnt'
compose down --timeout 30
[[ -z $(container netconfd) && -z $(container coreserver) ]] || fail 'the containers are still there'
up
[[ $(within coreserver cat /var/lib/coreserver/known_hosts) == "$learnt" ]] || fail 'another host key was learnt'

step 'All is well'
