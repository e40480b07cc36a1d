namespace Klotho.Analysis.Routes;

/// <summary>Joins templates as ASP.NET Core does: one leading slash, none at the end.</summary>
internal static class RoutePattern
{
    public static string Join(string prefix, string template)
    {
        var parts = new[] { prefix, template }.Select(part => part.TrimStart('~').Trim('/')).Where(part => part.Length > 0);
        return "/" + string.Join("/", parts);
    }
}
