#!/bin/sh
# What action.yml runs: its inputs, as INPUT_…, become the options of a run, and the result its outputs.
# It ends with 0 whenever it has said how the run ended; the last step of the action fails for it.
set -u

home=${RUNNER_TEMP:?}/matrix-conformance
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

# tell CODE: what the run came to, for whoever uses the action.
tell() {
  node "$here/outputs.mjs" "$home" "$1" >>"${GITHUB_OUTPUT:?}"
}

# cannot_say SENTENCE: of what went wrong before the program ran.
cannot_say() {
  echo "::error title=matrix-conformance::$1"
  { echo verdict=cannot-say; echo exit-code=2; } >>"${GITHUB_OUTPUT:?}"
  exit 0
}

truth() {
  case $2 in
    true | false | '') ;;
    *) cannot_say "The input $1 is true or false." ;;
  esac
}

[ -n "${INPUT_TARGET-}" ] || cannot_say 'The input target is empty: it is the URL of the homeserver.'
truth strict "${INPUT_STRICT-}"
truth unsafe "${INPUT_UNSAFE-}"
truth annotate "${INPUT_ANNOTATE-}"
command -v node >/dev/null || cannot_say 'There is no Node on this runner: leave node-version at its default.'

case ${INPUT_VERSION-} in
  '') package=matrix-conformance@$(node -p 'require(process.argv[1]).version' "$here/../../package.json") ;;
  /*) package=$INPUT_VERSION ;;
  *.tgz) package=$PWD/$INPUT_VERSION ;;
  *) package=matrix-conformance@$INPUT_VERSION ;;
esac
rm -rf "$home"
mkdir -p "$home/package" || cannot_say 'The temporary folder of the runner cannot be written.'
# On its own: an error of npm is none of the homeserver, and a package.json of the checkout has no say.
npm install --prefix "$home/package" --no-fund --no-audit --no-update-notifier --loglevel=error \
  "$package" </dev/null || cannot_say 'npm could not install the package matrix-conformance: its output is above.'

set -f
# The words of these two are parted where they have spaces, and stand for nothing but themselves.
# shellcheck disable=SC2086
set -- ${INPUT_SUITES-}
annotate=${INPUT_ANNOTATE-}
for report in ${INPUT_REPORTS-}; do
  set -- "$@" "--report=$report"
  [ "$report" != github ] || annotate=false # They are asked for already.
done
set +f
set -- "$@" "--report=json=$home/result.json" "--target=$INPUT_TARGET"
[ "$annotate" = false ] || set -- "$@" --report=github
# As variables, since these can also say no to what matrix-conformance.yaml says.
[ -z "${INPUT_STRICT-}" ] || export MATRIX_CONFORMANCE_STRICT="$INPUT_STRICT"
[ -z "${INPUT_UNSAFE-}" ] || export MATRIX_CONFORMANCE_UNSAFE="$INPUT_UNSAFE"
for option in expectations config spec only shard wait timeout concurrency rate-limit-wait accounts as-prefix; do
  eval "value=\${INPUT_$(printf %s "$option" | tr 'a-z-' 'A-Z_')-}"
  # shellcheck disable=SC2154
  [ -z "$value" ] || set -- "$@" "--$option=$value"
done

touch "$home/started"
"$home/package/node_modules/.bin/matrix-conformance" run "$@"
tell $?
