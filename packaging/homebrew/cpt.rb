# A template: `docs/releasing.md` says what to fill in.
class Cpt < Formula
  desc "Practice tracker for competitive programmers"
  homepage "https://github.com/OWNER/cpt"
  version "VERSION"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
      url "#{homepage}/releases/download/v#{version}/cpt-#{version}-aarch64-apple-darwin.tar.gz"
      sha256 "SHA256_AARCH64_APPLE_DARWIN"
    end
    on_intel do
      url "#{homepage}/releases/download/v#{version}/cpt-#{version}-x86_64-apple-darwin.tar.gz"
      sha256 "SHA256_X86_64_APPLE_DARWIN"
    end
  end

  on_linux do
    on_arm do
      url "#{homepage}/releases/download/v#{version}/cpt-#{version}-aarch64-unknown-linux-gnu.tar.gz"
      sha256 "SHA256_AARCH64_UNKNOWN_LINUX_GNU"
    end
    on_intel do
      url "#{homepage}/releases/download/v#{version}/cpt-#{version}-x86_64-unknown-linux-gnu.tar.gz"
      sha256 "SHA256_X86_64_UNKNOWN_LINUX_GNU"
    end
  end

  def install
    bin.install "cpt"
    bash_completion.install "completions/cpt.bash" => "cpt"
    zsh_completion.install "completions/_cpt"
    fish_completion.install "completions/cpt.fish"
    man1.install Dir["man/*.1"]
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/cpt --version")
    system "git", "init"
    assert_match "Wrote", shell_output("#{bin}/cpt init")
  end
end
