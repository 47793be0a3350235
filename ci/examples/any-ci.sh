./start-my-homeserver --port 8008 > homeserver.log 2>&1 &
npx --yes matrix-conformance --target http://localhost:8008 --wait 60
