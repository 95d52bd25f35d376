//! `cpt serve`: the report page, always as things are now.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::Exit;
use super::args::whole;
use super::output::Output;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::serve::serve;

/// Serve the report on localhost
///
/// Serves the report until you press Ctrl-C, and reloads it after a sync, a commit, an edit of cpt.toml or
/// midnight. The page is read-only and inaccessible to other sites.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Address to listen on; anyone who can reach it can read the report
    #[arg(long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    address: IpAddr,

    /// Port to listen on; 0 picks a free one
    #[arg(long, value_name = "PORT", value_parser = whole::<u16>(0..=65535), default_value_t = 8278)]
    port: u16,

    /// Open the report in your browser
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
