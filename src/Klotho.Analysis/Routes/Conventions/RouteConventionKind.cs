namespace Klotho.Analysis.Routes.Conventions;

/// <summary>What an attribute or a call says of endpoints.</summary>
public enum RouteConventionKind
{
    /// <summary>A caller must be authenticated.</summary>
    Authenticated,

    /// <summary>A caller must satisfy a policy; its name, or who makes it where it has none.</summary>
    Policy,

    /// <summary>A caller must have one of these roles.</summary>
    Roles,

    /// <summary>How callers are authenticated.</summary>
    Schemes,

    /// <summary>Everybody may call, whatever else is said.</summary>
    Anonymous,

    /// <summary>The policy for browsers of other origins; empty for none.</summary>
    Cors,

    /// <summary>The policy that limits how often it is called.</summary>
    RateLimit,

    /// <summary>Nothing limits how often it is called, whatever else is said.</summary>
    NoRateLimit,

    /// <summary>The endpoint's name, for links and OpenAPI.</summary>
    Name,

    /// <summary>A tag of OpenAPI.</summary>
    Tag,

    /// <summary>It is left out of OpenAPI.</summary>
    Undescribed,

    /// <summary>What decides between routes that match alike.</summary>
    Order,

    /// <summary>A further assembly with Blazor's pages; empty where which is not known before the application runs.</summary>
    ComponentAssembly,

    /// <summary>Components run on the server while they are shown, and the browser talks to them.</summary>
    ServerComponents,

    /// <summary>Components run in the browser, which fetches their code.</summary>
    BrowserComponents,
}
