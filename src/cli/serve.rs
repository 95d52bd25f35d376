//! `cpt serve`: the report page, always as things are now.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::Exit;
use super::args::whole;
use super::output::Output;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::serve::serve;

/// Serve the report on localhost, always up to date
///
/// Serves the page of `cpt report` on this machine until Ctrl-C. It loads itself again when a sync, an edit of cpt.toml,
/// a commit or a new day changes what it shows. Nothing can be changed through it, and pages of other sites can't read
/// it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Listen on this address; whoever reaches it can read the report
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    address: IpAddr,

    /// Listen on this port; 0 is one that is free
    #[arg(long, value_name = "PORT", value_parser = whole::<u16>(0..=65535), default_value_t = 8278)]
    port: u16,

    /// Show the page in the system's browser
    #[arg(long)]
    open: bool,
}

pub(super) fn run(args: &Args, env: &Env, output: &mut Output) -> Result<Exit, AppError> {
    serve(SocketAddr::new(args.address, args.port), env, |url| {
        output.answer(&format!("{url} shows the report; Ctrl-C ends it.\n"))?;
        if args.open
            && let Err(error) = opener::open_browser(url)
        {
            output.note(&format!("{url} can't be shown: {error}\n"));
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}
