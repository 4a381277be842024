namespace Isnad.Formats.Html;

/// <summary>Style of the page: logical properties only, dark mode, print; colour is never the only sign of a mark.</summary>
internal static class ReadingPageStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1b1b1b;--paper:#fdfcf8;--line:#cfc8b8;--entity:#0b5394;--time:#7a4a00;--event:#a61c00;--cue:#38761d;--quote:#f1ecdf;--framing:#8e24aa}
        @media (prefers-color-scheme:dark){:root{--ink:#eee;--paper:#161616;--line:#444;--entity:#8ab4f8;--time:#f4c27a;--event:#ff8a75;--cue:#9bd38a;--quote:#26241d;--framing:#d7a3ea}}
        body{margin:0 auto;max-inline-size:56rem;padding:1rem;background:var(--paper);color:var(--ink);font-family:"Noto Naskh Arabic","Amiri","Traditional Arabic",serif;font-size:1.15rem;line-height:1.95;text-align:start}
        h1{font-size:1.5rem;line-height:1.7}h2{border-block-end:1px solid var(--line);font-size:1.2rem}h3{margin:0;font-size:1rem}
        small,.code,.stance,.about,footer,.entry{font-size:.8rem;opacity:.85}
        .entity{color:var(--entity);text-decoration:underline;text-decoration-style:dotted;text-underline-offset:.35em}
        .time{color:var(--time);text-decoration:underline;text-decoration-style:dashed;text-underline-offset:.35em}
        .event{color:var(--event);font-weight:700;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.35em}
        .cue{color:var(--cue);font-weight:700}
        .quote{background:var(--quote)}
        .insertion{outline:1px dashed var(--framing)}
        .framing{color:inherit;background:none;border-block-end:3px double var(--framing)}
        .legend span{margin-inline-end:1rem;font-size:.9rem}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:.8rem}
        .card{border:1px solid var(--line);border-inline-start:5px solid var(--event);border-radius:.4rem;padding:.6rem .8rem}
        .card.scheduled{border-inline-start-style:dashed}.card.hypothetical,.card.ongoing{border-inline-start-style:dotted}.card.negated{border-inline-start-style:double}
        dl{display:grid;grid-template-columns:auto 1fr;gap:0 .8rem;margin:.3rem 0}dt{opacity:.7}dd{margin:0}
        .link{border:1px solid var(--line);border-radius:.3rem;padding-inline:.35rem}
        blockquote{margin:.2rem 0;padding-inline-start:.8rem;border-inline-start:3px solid var(--line)}
        a{color:inherit}:target{outline:2px solid var(--event)}
        @media print{details{display:none}body{max-inline-size:none}}
        """;
}
