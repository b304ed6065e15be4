# Part of build-lab.sh: the guest's node, as $work/node, where it is none of its packages.
if [ -z "${npm_node:-}" ]; then
  cp "$(readlink -f "$(command -v node)")" "$work/node"
else
  (cd "$work" && npm pack --silent "$npm_node" > /dev/null) || cannot "npm has no $npm_node now; run npm pack $npm_node to see why"
  tar -xzf "$work"/node-*.tgz -C "$work" --strip-components=2 package/bin/node
fi
