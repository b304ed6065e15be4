# Part of build-lab.sh: downloads packages; nothing is installed.
# $work/for-kernel gets the kernel's, $work/for-root those of the guest's system and all that they depend on; $work/release is the
# name of the kernel.
mkdir -p "$work/for-kernel" "$work/for-root/partial" "$work/lists/partial"

# To apt, which looks at an empty list of what is installed, the guest is a machine with nothing on it yet.
: > "$work/nothing-installed"
cat > "$work/apt.conf" << END
Dir::State::status "$work/nothing-installed";
Dir::State::extended_states "$work/extended";
Dir::Cache::archives "$work/for-root";
Dir::Cache::pkgcache "";
Dir::Cache::srcpkgcache "";
Debug::NoLocking "true";
APT::Sandbox::User "root";
END

other_release() { # suite: packages of another release and architecture, from the mirror that this machine has its own from
  local mirror
  mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' | sed -n 1p)
  [ -n "$mirror" ] || cannot 'apt knows no mirror of Debian; run sudo apt-get update'
  echo "deb [target=Packages signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $1 main" > "$work/sources.list"
  cat >> "$work/apt.conf" << END
APT::Architecture "$architecture";
APT::Architectures { "$architecture"; };
Dir::State::lists "$work/lists";
Dir::Etc::sourcelist "$work/sources.list";
Dir::Etc::sourceparts "/dev/null";
END
  # without the option, what could not be had is a warning
  APT_CONFIG=$work/apt.conf apt-get update -qq -o APT::Update::Error-Mode=any ||
    cannot "what $mirror has of $1 cannot be had; run it again when that can be reached"
}
[ "$machine" = x86-64 ] || other_release trixie
export APT_CONFIG=$work/apt.conf

kernel=$(apt-cache depends "linux-image-$flavour" | sed -n 's/.*Depends: linux-image-//p' | sed -n 1p) && [ -n "$kernel" ] ||
  cannot "apt knows no linux-image-$flavour; run sudo apt-get update"
echo "$kernel" > "$work/release"
for_kernel=("linux-image-$kernel")
if [ "$machine" = x86-64 ]; then
  base=${kernel%%-*} # 6.1.0-56-amd64 is of 6.1
  base=${base%.*}
  # v4l2loopback comes as a source package for dkms, which would have to be installed; its source is all we need
  for_kernel+=("linux-headers-$kernel" "linux-headers-${kernel%-"$flavour"}-common" "linux-kbuild-$base" "linux-source-$base"
    v4l2loopback-dkms)
fi
# lists that are old name packages that the mirror no longer has
no_packages='packages cannot be downloaded; run sudo apt-get update, and this again when the mirror can be reached'
(cd "$work/for-kernel" && apt-get -qq download "${for_kernel[@]}") || cannot "$no_packages"
apt-get install -qq -y --no-install-recommends --download-only "${for_root[@]}" > /dev/null || cannot "$no_packages"
