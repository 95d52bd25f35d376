//! `cpt serve`: the report page, always as things are now.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use super::Exit;
use super::args::whole;
use super::output::Output;
use crate::app::env::Env;
use crate::app::error::AppError;
use crate::app::serve::serve;
use crate::report::{chart_words, done_words};

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
    let lang = Env::lang_of(env.asked_lang, env.config.clone());
    serve(SocketAddr::new(args.address, args.port), env, |url| {
        output.answer(&(done_words::serving(lang, url) + "\n"))?;
        if args.open
            && let Err(error) = opener::open_browser(url)
        {
            output.note(&(chart_words::cannot_open(lang, url, &error.to_string()) + "\n"));
        }
        Ok(())
    })?;
    Ok(Exit::Done)
}
