using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>Whether a request has a body.</summary>
internal sealed record GatewayBodyDetection(bool CanHaveBody) : IHttpRequestBodyDetectionFeature;
