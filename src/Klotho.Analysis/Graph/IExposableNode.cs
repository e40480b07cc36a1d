namespace Klotho.Analysis.Graph;

/// <summary>A node that the application's gateway shows to the internet: a route, a static unit.</summary>
public interface IExposableNode;
